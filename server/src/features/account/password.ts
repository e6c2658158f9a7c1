import { hash, verify } from '@node-rs/argon2';
import { isBreached } from './breached-passwords';

export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 128;

/** How much work a password hash takes. */
export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Above OWASP's floor for Argon2id (19 MiB, 2 passes). */
export const DEFAULT_PASSWORD_COST: PasswordCost = {
  memoryKiB: 64 * 1024,
  passes: 3,
};

/**
 * Hashes and checks passwords, exactly as received. The work runs in Node's thread pool, whose four threads also bound
 * the memory that sign-ins can take at once.
 */
export class Passwords {
  private dummy: Promise<string> | null = null;

  constructor(private readonly cost: PasswordCost = DEFAULT_PASSWORD_COST) {}

  hash(password: string): Promise<string> {
    return hash(password, {
      memoryCost: this.cost.memoryKiB,
      timeCost: this.cost.passes,
      parallelism: 1,
    });
  }

  /** Whether the password belongs to the hash. Without a hash the same work is done, and the answer is no. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(storedHash ?? (await this.dummyHash()), password);
    return storedHash !== null && matches;
  }

  private dummyHash(): Promise<string> {
    this.dummy ??= this.hash('nobody has this password');
    return this.dummy;
  }
}

export type PasswordProblem = 'too-short' | 'too-long' | 'breached';

/**
 * What is wrong with a password that somebody chooses; null when nothing is. Everything that sets a password asks here.
 * The length is counted in characters as a person sees them.
 */
export function newPasswordProblem(password: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too-short';
  if (length > PASSWORD_MAX_LENGTH) return 'too-long';
  return isBreached(password) ? 'breached' : null;
}
