import { startEmulator } from '../emulator';
import { collections } from './operations';

/** What a bench asks of the process that serves it, and is told. */
export type Asked = 'memory' | 'end';
export type Told =
  { readonly address: string } | { readonly rssBytes: number; readonly mostRssBytes: number; readonly cpuMs: number };

/** An emulator in a process of its own, told what to do by messages: `serving-process.ts <data file>`. */
async function serve(dataFile: string): Promise<void> {
  const emulator = await startEmulator({ port: 0, dataFile, collections, functions: { handlers: {} } });
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', (asked: Asked) => {
    if (asked === 'end') {
      void emulator.stop().then(() => process.disconnect());
      return;
    }
    const { user, system } = process.cpuUsage();
    tell({
      rssBytes: process.memoryUsage.rss(),
      mostRssBytes: process.resourceUsage().maxRSS * 1024,
      cpuMs: (user + system) / 1000,
    });
  });
  tell({ address: emulator.address });
}

void serve(process.argv[2] ?? ':memory:');
