import type { Stand } from './stand';

/** What is typed, chosen or ticked, by the names of fields; a list ticks exactly those boxes. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The sandbox's pages without a browser: reads a page's forms and submits them as they stand, as a person would. */
export class ControlPage {
  private html = '';

  constructor(private readonly stand: Pick<Stand, 'sandbox'>) {}

  /** Opens the page of everybody. */
  overview(): Promise<void> {
    return this.goTo('/sandbox');
  }

  /** Opens an account's page by the link that leads there. */
  async open(username: string): Promise<void> {
    await this.overview();
    const link = new RegExp(`<a href="([^"]+)">${username}</a>`).exec(this.html)?.[1];
    if (link === undefined) throw new Error(`the control page shows no account ${username}`);
    await this.goTo(link);
  }

  /** Opens any page of the sandbox's. */
  async goTo(address: string): Promise<void> {
    const response = await fetch(new URL(address, this.stand.sandbox.url));
    this.html = await response.text();
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${this.text}`);
  }

  /** The words of the page that is open. */
  get text(): string {
    return this.html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  /** What stands in the first element of a kind. */
  first(tag: string): string {
    return new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`).exec(this.html)?.[1] ?? '';
  }

  /** Presses a button of an account's page; answers what the page then says. */
  async press(username: string, button: string, fields: Fields = {}): Promise<string> {
    await this.open(username);
    return this.submit(button, fields);
  }

  /** Presses a button of the overview; answers what the page then says. */
  async pressForAll(button: string, fields: Fields = {}): Promise<string> {
    await this.overview();
    return this.submit(button, fields);
  }

  /** Presses a button of the page that is open and goes where that leads; answers what that page says. */
  async submit(button: string, fields: Fields = {}): Promise<string> {
    const response = await this.send(button, fields);
    this.html = await response.text();
    return /<p class="said" role="status">([^<]*)</.exec(this.html)?.[1] ?? '';
  }

  /** The same, for a form that leads away from the sandbox: answers the address. */
  async leave(button: string): Promise<string> {
    const response = await this.send(button, {}, 'manual');
    return response.headers.get('location') ?? '';
  }

  private send(button: string, fields: Fields, redirect: 'follow' | 'manual' = 'follow'): Promise<Response> {
    const form = this.html
      .match(/<form[\s\S]*?<\/form>/g)
      ?.find((each) => each.includes(`>${button}</button>`));
    if (form === undefined) throw new Error(`the page has no button “${button}”: ${this.text}`);
    const { sandbox } = this.stand;
    return fetch(new URL(/action="([^"]+)"/.exec(form)?.[1] ?? '', sandbox.url), {
      method: 'POST',
      redirect,
      headers: { origin: sandbox.url },
      body: filled(form, button, fields),
    });
  }
}

/** What a browser would send: every field as it stands, or as it was changed. */
function filled(form: string, button: string, fields: Fields): URLSearchParams {
  const sent = new URLSearchParams();
  const names = new Set<string>();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value')];
    const changed = fields[name];
    names.add(name);
    const boxed = /type="(checkbox|radio)"/.test(tag);
    if (!boxed) sent.append(name, typeof changed === 'string' ? changed : value);
    else if (changed === undefined ? / checked/.test(tag) : [changed].flat().includes(value))
      sent.append(name, value);
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select name="([^"]*)">([\s\S]*?)<\/select>/g)) {
    names.add(name);
    const value = fields[name] ?? /value="([^"]*)" selected/.exec(options)?.[1];
    if (typeof value !== 'string' || !options.includes(`value="${value}"`))
      throw new Error(`“${String(value)}” is not among the options of ${name}`);
    sent.append(name, value);
  }
  for (const name of Object.keys(fields))
    if (!names.has(name)) throw new Error(`the form has no field ${name}`);
  const pressed =
    form.match(/<button[^>]*>[^<]*<\/button>/g)?.find((tag) => tag.includes(`>${button}<`)) ?? '';
  if (attribute(pressed, 'name') !== '') sent.append(attribute(pressed, 'name'), attribute(pressed, 'value'));
  return sent;
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
