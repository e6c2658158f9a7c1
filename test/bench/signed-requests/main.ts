import { benchSignedRequests } from './signed-requests.ts';

// `node test/bench/signed-requests/main.ts [count]`, once the server is built.
const [count] = process.argv.slice(2);
await benchSignedRequests(count === undefined ? undefined : Number(count));
