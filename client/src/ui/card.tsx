import type { ComponentPropsWithRef } from 'react';
import classes from './card.module.css';

/** A bordered surface; give it `aria-labelledby` when it has a heading of its own. */
export function Card({ className, ...rest }: ComponentPropsWithRef<'section'>) {
  return <section {...rest} className={[classes.card, className].filter(Boolean).join(' ')} />;
}
