import { mkdir, readFile, writeFile } from 'node:fs/promises';

const about = `name: town
title: The town
language: en
maintainer: The Town Desk
method: Imported.
licence: CC0-1.0
corrections: Write to the desk.
verdicts: {}
claims: checks.csv
`;

const table = `claim,rating,url
Gulls can read.,False,https://desk.example/gulls
The tower has a bell.,True,https://desk.example/bell
`;

/** Puts a pack beside others whose claims come from a table; gives how its files are now. */
export async function addTablePack(dir: string): Promise<() => Promise<readonly string[]>> {
  const folder = `${dir}/town`;
  await mkdir(folder);
  await writeFile(`${folder}/pack.yaml`, about);
  await writeFile(`${folder}/checks.csv`, table);
  return () =>
    Promise.all(['pack.yaml', 'checks.csv'].map((file) => readFile(`${folder}/${file}`, 'utf8')));
}

/** A row of a long table. */
export function lineOf(number: number): string {
  return `Gull ${number} can read.,False,https://desk.example/${number}\n`;
}

/** Puts a pack beside others whose claims are many rows of a table. */
export async function addLongTable(dir: string, rows: number): Promise<void> {
  await addTablePack(dir);
  const lines = Array.from({ length: rows }, (_, number) => lineOf(number));
  await writeFile(`${dir}/town/checks.csv`, `claim,rating,url\n${lines.join('')}`);
}
