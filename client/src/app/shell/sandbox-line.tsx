import classes from './line.module.css';

/** Says on every screen that this installation talks to the Meta sandbox, and links to it. */
export function SandboxLine({ url }: { url: string }) {
  return (
    <aside aria-label="Sandbox" className={classes.line}>
      Sandbox: nothing reaches Instagram. <a href={url}>Open the sandbox</a>
    </aside>
  );
}
