import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card';

interface SectionProps {
  /** What an address can point to: `/settings#data`. */
  id: string;
  title: string;
  children: ReactNode;
}

/** A part of the settings: a card with a heading, which an address can lead to. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <Card id={id} aria-labelledby={`${id}-title`}>
      <Title order={2} id={`${id}-title`} tabIndex={-1}>
        {title}
      </Title>
      {children}
    </Card>
  );
}
