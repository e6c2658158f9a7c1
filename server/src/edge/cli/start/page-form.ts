/** What the first form of a page would send, and the one choice it leaves open. */
export interface PageForm {
  readonly action: string;
  /** Hidden fields, ticked boxes and the first button, as a browser would send them. */
  readonly fields: URLSearchParams;
  /** The radio buttons or the list that has to be chosen from; null when the form has none. */
  readonly choice: { readonly name: string; readonly values: readonly string[] } | null;
}

/** Reads the first form of a page of the sandbox; null when there is none. Plain forms only, no scripts. */
export function readForm(html: string): PageForm | null {
  const [, formAttributes, inside] = /<form\b([^>]*)>(.*?)<\/form>/s.exec(html) ?? [];
  if (formAttributes === undefined || inside === undefined) return null;
  const inputs = [...inside.matchAll(/<(?:input|button)\b[^>]*>/g)].map(([tag]) => tag);
  const fields = new URLSearchParams();
  for (const tag of inputs.filter(isSentUntouched)) {
    fields.append(attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? 'on');
  }
  const button = inputs.find((tag) => isButton(tag) && attribute(tag, 'name') !== null);
  if (button !== undefined) fields.append(attribute(button, 'name') ?? '', attribute(button, 'value') ?? '');
  return {
    action: attribute(formAttributes, 'action') ?? '',
    fields,
    choice: radioChoice(inputs) ?? listChoice(inside),
  };
}

function isSentUntouched(tag: string): boolean {
  const type = attribute(tag, 'type');
  if (/\sdisabled\b/.test(tag)) return false;
  return type === 'hidden' || (type === 'checkbox' && /\schecked\b/.test(tag));
}

function isButton(tag: string): boolean {
  const type = attribute(tag, 'type');
  return type === 'submit' || (tag.startsWith('<button') && type === null);
}

function radioChoice(inputs: readonly string[]): PageForm['choice'] {
  const radios = inputs.filter((tag) => attribute(tag, 'type') === 'radio');
  const name = attribute(radios[0] ?? '', 'name');
  return name === null ? null : { name, values: radios.map((tag) => attribute(tag, 'value') ?? '') };
}

function listChoice(inside: string): PageForm['choice'] {
  const [, listAttributes, options] = /<select\b([^>]*)>(.*?)<\/select>/s.exec(inside) ?? [];
  const name = attribute(listAttributes ?? '', 'name');
  if (name === null || options === undefined) return null;
  const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value') ?? '');
  return { name, values };
}

function attribute(tag: string, name: string): string | null {
  const [, text] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return text === undefined ? null : decoded(text);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (entity, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return NAMED[name ?? ''] ?? entity;
    },
  );
}
