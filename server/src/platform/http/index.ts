export * from './http-client';
export { createHttpClient, type HttpReach } from './undici-http-client';
