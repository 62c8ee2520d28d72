import { escapeHtml, toPage, unknownPart } from './html.ts';

/** Columns of the terminal in the pictures. */
export const terminalColumns = 80;

/** A terminal in which the question was typed at the bot's prompt. `output` may hold escape codes for styles. */
export function terminalToHtml(output: string, typed: string): string {
  return toPage(
    'terminal',
    'desktop',
    `<pre class="answer">&gt; ${escapeHtml(typed)}\n\n${stylesToHtml(output)}\n</pre>`,
  );
}

const styles: Readonly<Record<string, string>> = {
  '1': 'bold',
  '2': 'dim',
  '3': 'italic',
  '4': 'underline',
};

/** What each code ends. */
const ends: Readonly<Record<string, readonly string[]>> = {
  '0': ['bold', 'dim', 'italic', 'underline'],
  '22': ['bold', 'dim'],
  '23': ['italic'],
  '24': ['underline'],
};

function stylesToHtml(output: string): string {
  const [plain = '', ...styledParts] = output.split('\u001B');
  let active: readonly string[] = [];
  const parts = styledParts.map((part) => {
    const [sequence = '', code = ''] = part.match(/^\[(\d*)m/) ?? [];
    const style = styles[code];
    const ended = ends[code || '0'];
    if (sequence === '' || (style === undefined && ended === undefined)) {
      return unknownPart(`escape ${part.slice(0, 6)}`) + escapeHtml(part);
    }
    active = style ? [...active, style] : active.filter((name) => !ended?.includes(name));
    const text = escapeHtml(part.slice(sequence.length));
    return active.length > 0 ? `<span class="${active.join(' ')}">${text}</span>` : text;
  });
  return escapeHtml(plain) + parts.join('');
}
