import { Anchor } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';

/** A link to another screen of the app. For pages the server renders, use Mantine's Anchor with `href`. */
export function TextLink(props: ComponentProps<typeof Link>) {
  return <Anchor component={Link} {...props} />;
}
