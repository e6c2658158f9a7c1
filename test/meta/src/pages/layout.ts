import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';
import { css } from './style.ts';

export interface Page {
  title: string;
  body: Html;
}

const common = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sends a whole page: complete without JavaScript, and plainly not Instagram's. */
export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  reply.headers({
    'content-security-policy': `${common}; img-src data:`,
    'referrer-policy': 'no-referrer',
  });
  return send(reply, status, page, html`<main>`);
}

/** Sends a page of the control page's. Its forms say where they come from, so that those of others can be told apart. */
export function sendControlPage(reply: FastifyReply, page: Page): FastifyReply {
  reply.headers({
    'content-security-policy': `${common}; img-src 'self' data:; form-action 'self'`,
    'referrer-policy': 'same-origin',
  });
  return send(reply, 200, page, html`<main class="control">`);
}

function send(reply: FastifyReply, status: number, { title, body }: Page, main: Html): FastifyReply {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Instagram sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/sandbox.css">
</head>
<body>
<header><p class="mark">Instagram sandbox</p><p>It stands in for Instagram. Nothing leaves this machine.</p></header>
${main}
<h1>${title}</h1>
${body}
</main>
<footer><nav aria-label="Sandbox"><a href="/sandbox">Control page</a> <a href="/accounts/manage_access/">Apps and websites</a></nav></footer>
</body>
</html>
`;
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(document.text);
}

/** The pages' style sheet. */
export function styleRoute(http: FastifyInstance): void {
  http.get('/assets/sandbox.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
}

/** The page that Instagram shows instead of sending the person back to the app. */
export function errorPage(message: string): Page {
  return {
    title: 'This request cannot go on',
    body: html`<p>${message}</p><p class="quiet">Instagram would not send you back to the app either.</p>`,
  };
}
