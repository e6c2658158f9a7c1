import type { Stand } from './stand';

/** Everything that the app answers from here on, to whoever asks it in this process: headers and bodies. */
export function hearAnswers(stand: Stand): string[] {
  const heard: string[] = [];
  const { fetch } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    const response = await fetch(...request);
    const from = `:${stand.config.port}`;
    if (new URL(response.url).host.endsWith(from))
      heard.push(JSON.stringify([...response.headers]), await response.clone().text());
    return response;
  });
  return heard;
}
