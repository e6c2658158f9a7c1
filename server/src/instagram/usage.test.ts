import { readUsage } from './usage';

const MINUTE = 60_000;
/** Literal from Meta's rate limiting page, and as captured on graph.instagram.com. */
const APP = '{"call_count":28,"total_time":25,"total_cputime":25}';
const VOLUME = '{"call_volume":0,"cpu_time":0}';
const BUSINESS =
  '{"17841477965412210":[{"type":"instagram","call_count":95,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":0}]}';

it.each<[string, Record<string, string | string[]>, unknown]>([
  ['no header', {}, null],
  ['others', { 'content-type': 'application/json' }, null],
  ['of the app', { 'x-app-usage': APP }, { percent: 28, regainMs: null }],
  ['of the app, other names', { 'x-app-usage': VOLUME }, { percent: 0, regainMs: null }],
  ['of an account', { 'x-business-use-case-usage': BUSINESS }, { percent: 95, regainMs: null }],
  [
    'both: the largest',
    { 'x-app-usage': APP, 'x-business-use-case-usage': BUSINESS },
    { percent: 95, regainMs: null },
  ],
  ['a name that nobody knows', { 'x-app-usage': '{"new_thing":99}' }, { percent: 99, regainMs: null }],
  ['sent twice', { 'x-app-usage': [APP, '{"call_count":70}'] }, { percent: 70, regainMs: null }],
  [
    'of several objects: the largest, and the longest time',
    {
      'x-business-use-case-usage':
        '{"1":[{"call_count":3,"estimated_time_to_regain_access":4}],"2":[{"call_count":100,"estimated_time_to_regain_access":19},{"call_count":50}]}',
    },
    { percent: 100, regainMs: 19 * MINUTE },
  ],
  [
    'a time alone',
    { 'x-business-use-case-usage': '{"1":[{"estimated_time_to_regain_access":5}]}' },
    { percent: 100, regainMs: 5 * MINUTE },
  ],
  ['not JSON', { 'x-app-usage': '<html>' }, null],
  ['text where a number should be', { 'x-app-usage': '{"call_count":"28"}' }, null],
])('%s', (_name, headers, usage) => {
  expect(readUsage(headers)).toEqual(usage);
});
