export * from './http-client';
export { createHttpClient } from './undici-http-client';
