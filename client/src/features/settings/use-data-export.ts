import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { failureSentence } from '../../apollo/failure-sentence';
import { formatMoment } from '../../lib/format-time';
import { startDownload } from '../../lib/start-download';
import { useAnnounce } from '../../ui/live-regions';
import { SPOKEN } from './export-words';
import {
  dataExportQuery,
  dataHeldQuery,
  discardDataExportMutation,
  issueDataExportLinkMutation,
  requestDataExportMutation,
  type ShownExport,
} from './settings.queries';

/** How often the screen asks again: while it is made or downloaded, and while it waits. */
const pollMs = { moving: 1500, waiting: 30_000, over: 0 } as const;

type ExportState = NonNullable<ShownExport>['state'];

interface DataExport {
  /** Undefined until the first answer, null when there is none. */
  dataExport: ShownExport | undefined;
  /** Why it could not be read. */
  error: unknown;
  /** What came of the last press, when not what was asked for. */
  refusal: string | null;
  busy: 'requesting' | 'discarding' | 'linking' | null;
  /** The browser was told to download, and the server has not seen the end of it yet. */
  downloading: boolean;
  reload: () => Promise<unknown>;
  request: () => Promise<void>;
  discard: () => Promise<void>;
  download: () => Promise<void>;
}

/** The course of an export: ask, wait, download once. Changes of state are said aloud; how far it is, is not. */
export function useDataExport(timeZone: string): DataExport {
  const client = useApolloClient();
  const announce = useAnnounce();
  const [pollInterval, setPollInterval] = useState<number>(pollMs.over);
  const [downloading, setDownloading] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(dataExportQuery, {
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval,
    skipPollAttempt: () => document.hidden,
  });
  const [requestExport, requesting] = useMutation(requestDataExportMutation);
  const [discardExport, discarding] = useMutation(discardDataExportMutation);
  const [issueLink, linking] = useMutation(issueDataExportLinkMutation);

  const dataExport = data === undefined ? undefined : (data.viewer?.dataExport ?? null);
  const state = dataExport?.state;
  useEffect(() => {
    const moving = state === 'PREPARING' || (state === 'READY' && downloading);
    setPollInterval(moving ? pollMs.moving : state === 'READY' ? pollMs.waiting : pollMs.over);
    if (state !== 'READY') setDownloading(false);
  }, [state, downloading]);

  // Undefined until the first answer; what was there before one came is no change.
  const last = useRef<ExportState | 'none' | undefined>(undefined);
  const known = dataExport === undefined ? undefined : (state ?? 'none');
  useEffect(() => {
    const before = last.current;
    last.current = known;
    if (before === undefined || known === undefined || before === known || known === 'none') return;
    announce(SPOKEN[known]);
    // What is held changes with it; a failure shows where the table is.
    client.refetchQueries({ include: [dataHeldQuery] }).catch(() => undefined);
  }, [known, announce, client]);

  const from = (retryAt: string) => formatMoment(new Date(retryAt), timeZone, new Date());
  const attempt = async (work: () => Promise<string | null>): Promise<void> => {
    setRefusal(null);
    try {
      setRefusal(await work());
    } catch (failure) {
      setRefusal(failureSentence(failure, timeZone));
    }
  };

  return {
    dataExport,
    error,
    refusal,
    downloading,
    busy: requesting.loading
      ? 'requesting'
      : discarding.loading
        ? 'discarding'
        : linking.loading
          ? 'linking'
          : null,
    reload: refetch,
    request: () =>
      attempt(async () => {
        const refused = (await requestExport()).data?.requestDataExport.userErrors[0];
        if (refused?.__typename === 'TooManyDataExports')
          return `You made several exports within a day. The next one can be made from ${from(refused.retryAt)}.`;
        // Begun in another tab: the answer brought it along.
        return refused === undefined || refused.__typename === 'DataExportUnderWay' ? null : refused.message;
      }),
    discard: () =>
      attempt(async () => (await discardExport()).data?.discardDataExport.userErrors[0]?.message ?? null),
    download: () =>
      attempt(async () => {
        const answer = (await issueLink()).data?.issueDataExportLink;
        const refused = answer?.userErrors[0];
        if (refused?.__typename === 'DataExportBeingSent')
          return `It is being downloaded at this moment. If that broke off, try again from ${from(refused.retryAt)}.`;
        if (refused !== undefined) {
          await refetch();
          return refused.message;
        }
        if (typeof answer?.url === 'string') startDownload(answer.url);
        setDownloading(true);
        return null;
      }),
  };
}
