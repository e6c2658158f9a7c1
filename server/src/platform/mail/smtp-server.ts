/** The mail server that an `SMTP_URL` names. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where it is offered. */
  readonly secure: boolean;
  /** Without TLS nothing is said: a login must not be heard on the way. */
  readonly requireTls: boolean;
  readonly login: { readonly user: string; readonly password: string } | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Reads `smtp://` or `smtps://`, with user and password where the server wants them; null for any other text. */
export function parseSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const secure = protocol === 'smtps:';
  if (!(secure || protocol === 'smtp:') || hostname === '' || search !== '' || hash !== '') return null;
  if (pathname !== '' && pathname !== '/') return null;
  const login = username === '' ? null : { user: decode(username), password: decode(password) };
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTls: !secure && login !== null && !LOOPBACK.test(hostname),
    login,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
