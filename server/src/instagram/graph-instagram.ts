import { createHttpClient, type HttpClient } from '../platform/http';
import type { Secret } from '../platform/secret';
import { connecting } from './connecting';
import { dailyReach } from './daily-reach';
import { dayTotals } from './day-totals';
import type { Endpoints } from './endpoints';
import { readEvents } from './events';
import type { CallLine } from './graph-call';
import type { Instagram } from './instagram';
import { leaving } from './leaving';
import { picture } from './picture';
import { profile } from './profile';
import { signAboutNobody } from './sign-request';
import { readSignedRequest } from './signed-request';
import { subscribing } from './subscribing';

export interface GraphInstagramOptions extends Endpoints {
  /** Id and secret of the *Instagram* app, not of the Meta app above it. */
  readonly appId: string;
  readonly appSecret: Secret;
  /** Also accepted on callbacks while the secret is rotated. */
  readonly previousAppSecret?: Secret;
  /** How long a refresh of a token may take; 90 seconds when left out. */
  readonly refreshWithinMs?: number;
  readonly http?: HttpClient;
}

/** Instagram as Meta's HTTP API gives it. */
export function createGraphInstagram(options: GraphInstagramOptions): Instagram {
  const { appId, appSecret, previousAppSecret, http = createHttpClient() } = options;
  const secrets = previousAppSecret ? [appSecret, previousAppSecret] : [appSecret];
  const build = (line: CallLine): Instagram => ({
    appId,
    ...connecting(line, options, options),
    ...profile(line, options),
    ...picture(line, options),
    ...dailyReach(line, options),
    ...dayTotals(line, options),
    ...subscribing(line, options),
    ...leaving(line, options),
    watched: (watch) =>
      build({
        send: (request) => http.send(request),
        before: () => watch.before(),
        after: (refusal, usage) => watch.after(refusal, usage),
      }),
    readSignedRequest: (value, now) => readSignedRequest(value, secrets, now),
    readEvents: (body, signature) => readEvents(body, signature, secrets),
    signAboutNobody: (now) => signAboutNobody(appSecret, now),
  });
  return build(http);
}
