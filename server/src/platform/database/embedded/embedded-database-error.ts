/** Why the embedded PostgreSQL cannot run, in a sentence that names the folder or variable and says what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedDatabaseError';
  }
}
