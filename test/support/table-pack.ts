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
