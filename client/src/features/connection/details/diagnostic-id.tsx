import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useAnnounce } from '../../../ui/live-regions';
import classes from './connection-details.module.css';

/** The name by which the operator finds this connection in the log, to be copied. */
export function DiagnosticId({ id }: { id: string }) {
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const sentence = (await tryToCopy(id))
      ? 'Diagnostic id copied.'
      : 'Your browser did not copy it: select the id and copy it yourself.';
    setSaid(sentence);
    announce(sentence);
  };
  return (
    <section className={classes.part}>
      <Title order={3}>Diagnostic id</Title>
      <p className={classes.quiet}>
        Whoever runs this server finds this connection in the log by it. It says nothing about your Instagram
        account.
      </p>
      <div className={classes.copy}>
        <code className={classes.code}>{id}</code>
        <Button onClick={() => void copy()}>Copy id</Button>
        {said !== null && <span className={classes.quiet}>{said}</span>}
      </div>
    </section>
  );
}

/** Whether the browser did it; a page without https has no clipboard at all. */
async function tryToCopy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
