import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

// A process of its own that holds a SQLite file against everybody else's writes from one line that it is sent to the next.

const [path = ''] = process.argv.slice(2);
const database = new DatabaseSync(path);
let held = 0;
for await (const _line of createInterface({ input: process.stdin })) {
  if (database.isTransaction) {
    database.exec('ROLLBACK');
  } else {
    database.exec('BEGIN EXCLUSIVE');
    held += 1;
    console.log(`held ${held}`);
  }
}
