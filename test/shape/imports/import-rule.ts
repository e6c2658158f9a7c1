/** An import that must not be: from files that match to files that match, and the sentence that says what to do. */
export interface ImportRule {
  readonly name: string;
  readonly instead: string;
  readonly from: { readonly path: string; readonly pathNot?: string };
  readonly to: {
    readonly path?: string;
    readonly pathNot?: string;
    readonly circular?: boolean;
    readonly viaOnly?: { readonly dependencyTypesNot: readonly string[] };
  };
}
