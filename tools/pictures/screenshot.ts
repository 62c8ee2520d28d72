import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openPipe } from './devtools-pipe.ts';
import { toPalettePng } from './palette-png.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--disable-lcd-text',
  '--remote-debugging-pipe',
];

/** Device pixels a CSS pixel: sharp enough to be looked at half as wide, next to another picture. */
const scale = 1.5;

export interface Picture {
  readonly png: Buffer;
  /** CSS pixels from the top of `.answer` to the bottom of its first link's line; undefined where it links nothing. */
  readonly firstLinkEnds: number | undefined;
  /** Whether something in it is drawn as a red box because these pictures don't know it. */
  readonly unknownParts: number;
}

export interface Camera {
  /** The page's `#picture`, cut to its edges. */
  take(html: string): Promise<Picture>;
  close(): Promise<void>;
}

/** Starts a headless Chromium; rejects when there is none at `path`. */
export async function openCamera(path: string): Promise<Camera> {
  const profile = await mkdtemp(join(tmpdir(), 'factbot-pictures-'));
  const browser = spawn(path, [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  await started(browser);
  const send = openPipe(browser);

  const target = targetSchema.parse(await send('Target.createTarget', { url: 'about:blank' }));
  const attached = await send('Target.attachToTarget', { ...target, flatten: true });
  const { sessionId } = sessionSchema.parse(attached);
  const inPage = (method: string, params: object) => send(method, params, sessionId);
  const { frameTree } = frameTreeSchema.parse(await inPage('Page.getFrameTree', {}));
  await inPage('Emulation.setDeviceMetricsOverride', {
    width: 1000,
    height: 800,
    deviceScaleFactor: scale,
    mobile: false,
  });

  return {
    async take(html) {
      await inPage('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
      const measured = await inPage('Runtime.evaluate', {
        expression: measure,
        awaitPromise: true,
        returnByValue: true,
      });
      const { clip, firstLinkEnds, unknownParts } = measureSchema.parse(measured).result.value;
      const shot = await inPage('Page.captureScreenshot', {
        format: 'png',
        clip: { ...clip, scale: 1 },
        captureBeyondViewport: true,
      });
      const png = toPalettePng(Buffer.from(shotSchema.parse(shot).data, 'base64'));
      return { png, firstLinkEnds: firstLinkEnds ?? undefined, unknownParts };
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill();
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function started(browser: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    browser.once('spawn', resolve);
    browser.once('error', reject);
  });
}

/** Runs in the page. */
const measure = `document.fonts.ready.then(() => {
  const { x, y, width, height } = document.querySelector('#picture').getBoundingClientRect();
  const link = document.querySelector('.answer a');
  const top = document.querySelector('.answer').getBoundingClientRect().top;
  const line = link?.closest('li') ?? link;
  return {
    clip: { x, y, width, height },
    firstLinkEnds: line ? Math.round(line.getBoundingClientRect().bottom - top) : null,
    unknownParts: document.querySelectorAll('.unknown').length,
  };
})`;

const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const frameTreeSchema = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
const shotSchema = z.object({ data: z.string() });
const measureSchema = z.object({
  result: z.object({
    value: z.object({
      clip: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      firstLinkEnds: z.number().nullable(),
      unknownParts: z.number(),
    }),
  }),
});
