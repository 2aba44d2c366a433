import { useState } from 'react';
import type { OutboxEntry } from '../../openapi/outbox';
import { send } from './ask';
import { usePolled } from './asked';
import { Empty, Shown } from './parts/shown';
import { timeOf } from './words';

const EVERY_MS = 2_000;

const names: Readonly<Record<string, string>> = {
  'subscribeMessage.send': '订阅消息',
  'security.msgSecCheck': '文字内容检查',
  'security.imgSecCheck': '图片内容检查',
  'security.mediaCheckAsync': '多媒体内容检查',
  'phonenumber.getPhoneNumber': '手机号',
  'wxacode.getUnlimited': '小程序码',
  'wxacode.get': '小程序码',
  'wxacode.createQRCode': '二维码',
  'customerServiceMessage.send': '客服消息',
};

/** What WeChat would have delivered or been asked, the newest first. */
export function OutboxPage() {
  const asking = usePolled<readonly OutboxEntry[]>('/outbox', EVERY_MS);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <header className="page-head">
        <h1>发件箱</h1>
        <span className="grow" />
        <button type="button" onClick={() => void send('/outbox/clear').then(asking.again)}>
          清空发件箱
        </button>
      </header>
      <p className="quiet">云函数请微信发送的消息和检查都停在这里，不会真的送到谁手里。</p>
      <Shown asking={asking}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty>发件箱是空的。</Empty>
          ) : (
            <ul className="entry-list">
              {entries.map((entry, place) => {
                const key = `${entry.at} ${entries.length - place}`;
                return (
                  <li key={key}>
                    <button
                      type="button"
                      className="row call"
                      aria-expanded={open === key}
                      onClick={() => setOpen(open === key ? null : key)}
                    >
                      <time>{timeOf(entry.at)}</time>
                      <span className={entry.answer.errCode === 0 ? 'mark good' : 'mark bad'}>
                        {entry.answer.errCode === 0 ? '送达' : `拒绝 ${entry.answer.errCode}`}
                      </span>
                      <strong>{names[entry.api] ?? entry.api}</strong>
                      <code className="grow">{recipientOf(entry.request)}</code>
                      <span className="quiet">{entry.function ?? ''}</span>
                    </button>
                    {open === key && (
                      <div className="opened">
                        <p>
                          <code>{entry.api}</code>
                          {entry.answer.errCode !== 0 && `：${entry.answer.errMsg}`}
                        </p>
                        <pre className="log" tabIndex={0} aria-label="内容">
                          {JSON.stringify(entry.request, null, 2)}
                        </pre>
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Shown>
    </>
  );
}

function recipientOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return '';
  for (const field of ['touser', 'openid', 'scene', 'code'] as const) {
    const value = (request as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'string') return value;
  }
  return '';
}
