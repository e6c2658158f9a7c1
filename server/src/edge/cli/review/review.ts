import type { PermissionReview } from './permissions';
import type { Step } from './self-test';

/** What an operator shows, or mends, before Meta reviews the app. */
export interface Review {
  readonly madeAt: Date;
  readonly publicUrl: string;
  readonly permissions: readonly PermissionReview[];
  /** Null when the callbacks were not tried. */
  readonly steps: readonly Step[] | null;
  readonly remarks: readonly string[];
}

/** What a run of the self-test leaves behind, and until when. */
export const LEFT_BEHIND = [
  'One deletion request about nobody: completed with nothing held, with its status page, receipt, tombstone and line in the ledger, for as long as any such record is kept.',
  'One record that a removal was told, about nobody, for 90 days.',
  'One refusal in the log.',
] as const;

/** What is wrong with the address before anything is sent to it. */
export function remarksAbout(publicUrl: string, webhooksOn: boolean): string[] {
  const { protocol, hostname } = new URL(publicUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    ...(protocol === 'https:' ? [] : ['PUBLIC_URL is not https: Meta calls nothing else.']),
    ...(local
      ? ['PUBLIC_URL is this machine: what is tried here says nothing about the way from outside.']
      : []),
    ...(webhooksOn
      ? []
      : ['Webhooks are off (META_WEBHOOK_VERIFY_TOKEN is unset): their challenge was not tried.']),
  ];
}
