let pressed = false;

/**
 * Runs something that may move what is on the page: at once, or when the press is over that is under way. A button that
 * moves between press and release would not be clicked.
 */
export function afterPress(run: () => void): void {
  if (!pressed) {
    run();
    return;
  }
  // The click comes after the release and before this.
  const released = () => {
    for (const end of ENDS) window.removeEventListener(end, released);
    setTimeout(run);
  };
  for (const end of ENDS) window.addEventListener(end, released);
}

const ENDS = ['pointerup', 'pointercancel'] as const;
window.addEventListener('pointerdown', () => mark(true), true);
for (const end of ENDS) window.addEventListener(end, () => mark(false), true);

function mark(down: boolean): void {
  pressed = down;
}
