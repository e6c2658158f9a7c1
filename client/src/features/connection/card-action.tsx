import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { connectPath } from '../../app/paths';
import type { CardAction as Action } from './card-state/types';
import { LeaveButton } from './leave-button';

interface CardActionProps {
  action: Action;
  /** The connection that it is about; null for any account. */
  connectionId: string | null;
}

/** The button of a card that leads on. */
export function CardAction({ action: { does, label, needed }, connectionId }: CardActionProps) {
  if (does !== 'explain') return <LeaveButton connectionId={connectionId}>{label}</LeaveButton>;
  const path = connectionId === null ? connectPath() : connectPath(connectionId);
  return (
    <Button component={Link} to={path} variant={needed ? 'filled' : 'default'}>
      {label}
    </Button>
  );
}
