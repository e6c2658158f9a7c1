import { Anchor, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../app/paths';
import { useRouteFocus } from '../../ui/route-focus';
import classes from './auth-page.module.css';

/** The narrow column of sign-in and sign-up: the name, the h1, what is in between, and help at the foot. */
export function AuthPage({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRouteFocus<HTMLHeadingElement>();
  return (
    <div className={classes.page}>
      <main className={classes.column}>
        <p className={classes.logo}>SocioGenie</p>
        <Stack gap="lg">
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {children}
        </Stack>
      </main>
      <footer className={classes.foot}>
        <Anchor href={paths.dataDeletion}>Help and data deletion</Anchor>
        <Anchor href={paths.privacy}>Privacy</Anchor>
      </footer>
    </div>
  );
}
