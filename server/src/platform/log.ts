import pino from 'pino';

/** The only things a log line may carry: no object that could hide a token or a name. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Typed events rather than sentences: `event` is a stable name, `fields` are plain values that are never personal. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields, cause?: unknown): void;
  error(event: string, fields?: LogFields, cause?: unknown): void;
}

/**
 * A log that writes JSON lines to `destination` (default: standard output).
 * An error's message is never written, since messages of drivers quote values; its name, code and stack places are.
 */
export function createLog(destination?: pino.DestinationStream): Log {
  const logger = destination === undefined ? pino(OPTIONS) : pino(OPTIONS, destination);
  return {
    info: (event, fields = {}) => logger.info({ ...fields, event }),
    warn: (event, fields = {}, cause) => logger.warn({ ...fields, ...describeCause(cause), event }),
    error: (event, fields = {}, cause) => logger.error({ ...fields, ...describeCause(cause), event }),
  };
}

/** A log that drops everything, for specs. */
export const silentLog: Log = {
  info: () => {},
  warn: () => {},
  error: () => {},
};

const OPTIONS: pino.LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
};

/** Name, code and stack places of an error, without its message. */
function describeCause(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return {};
  const places = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' < ');
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  return { error: cause.name, errorCode: code, errorAt: places };
}
