import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useDocumentTitle } from '../../ui/use-document-title';
import { AuthPage } from './auth-page';
import { ForgotPasswordForm } from './forgot-password-form';
import { useMailedToken } from './mailed-link';
import { NewPasswordForm } from './new-password-form';

/** Without a mailed link: asks for one. With it: chooses the new password. */
export function ResetPasswordPage() {
  const token = useMailedToken();
  const [step, setStep] = useState<'ask' | 'choose' | 'not-good'>(token === null ? 'ask' : 'choose');
  if (step === 'not-good') return <NotGood onAsk={() => setStep('ask')} />;
  if (step === 'ask' || token === null) return <ForgotPasswordForm />;
  return <NewPasswordForm token={token} onLinkNotGood={() => setStep('not-good')} />;
}

function NotGood({ onAsk }: { onAsk: () => void }) {
  useDocumentTitle('This link does not work any more', true);
  return (
    <AuthPage title="This link does not work any more">
      <Text role="status">
        It was used before or is older than 30 minutes. Your password was not changed.
      </Text>
      <Button variant="filled" onClick={onAsk}>
        Ask for a new link
      </Button>
    </AuthPage>
  );
}
