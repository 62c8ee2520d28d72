/** Names that lead nowhere in the internet: to this machine, to one in the same building, or nowhere at all (RFC 6761, 7686, 9476). */
const localNames =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion|alt)$/;

/** Says why readers can't be sent to an address, as what follows it in a sentence; undefined where they can. */
export function addressProblem(address: string): string | undefined {
  const [, authority = ''] = address.match(/^https:\/\/([^/?#]+)/i) ?? [];
  if (authority === '' || !URL.canParse(address)) {
    return 'is not an https address: give the full https:// link, or null if there is none';
  }
  // Programs disagree on what these mean, so that a reader may land elsewhere than the reviewer did.
  if (/[\s\\<>"`{}|^]/.test(address)) return noSuchCharacter;
  const host = hostOf(address);
  if (authority.includes('@')) {
    return `leads to ${host}, whatever stands before "@": remove that, or correct the link`;
  }
  if (isDisguised(authority)) return noSuchCharacter;
  if (/^[\d.]+$|^\[/.test(host)) {
    return 'leads to a machine by its number, which may be any in a private network: name the publisher’s site';
  }
  if (!host.includes('.') || localNames.test(host)) {
    return 'leads to this machine or a private network, where readers can’t follow: give the public link';
  }
  return undefined;
}

const noSuchCharacter =
  'holds a character that no address has: copy the link again from the browser';

/** Whether the name of a host is written with signs that stand for others, or with dots and nothing between them. */
function isDisguised(authority: string): boolean {
  return authority !== authority.normalize('NFKC') || /[%。]|\p{Cf}|^\.|\.\./u.test(authority);
}

/**
 * Another site than the link's that a name of the work looks like, such as the title "nytimes.com" over a link to elsewhere:
 * readers go by what they read. Undefined where there is none.
 */
export function otherSite(name: string, address: string): string | undefined {
  const host = hostOf(address);
  return sitesNamed(name).find((site) => !isSameSite(site, host));
}

/** An address anywhere in it; a bare host only where it is all of it, since "Amazon.com drops a fee" is a headline. */
function sitesNamed(name: string): readonly string[] {
  const plain = name
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
  const addresses = plain.match(/(?:https?:\/\/|www\.)[^\s"'”’»)\]]+/gi) ?? [];
  const [whole] = plain.match(/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=$|[/?#:])\S*$/u) ?? [];
  return [...addresses, ...(whole && !isPersonsName(whole) ? [whole] : [])].flatMap((site) => {
    const full = /^https?:/i.test(site) ? site : `https://${site}`;
    return URL.canParse(full) ? [hostOf(full)] : [];
  });
}

/** "J.R.R.Tolkien" */
function isPersonsName(text: string): boolean {
  return /^(?:\p{Lu}\.)+\p{Lu}\p{Ll}+$/u.test(text);
}

function isSameSite(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '').replace(/\.$/, '');
}
