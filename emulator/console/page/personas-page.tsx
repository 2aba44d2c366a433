import { rememberCaller } from './calls/remembered-caller';
import { CopyButton } from './parts/copy-button';
import { Empty } from './parts/shown';
import { hrefOf } from './route';
import type { State } from './state';

/** Whom one can be, and how a request says so. */
export function PersonasPage({ state }: { readonly state: State | null }) {
  return (
    <>
      <header className="page-head">
        <h1>身份</h1>
      </header>
      <p>
        请求带上下面的头，云函数看到的就是这个人；不带就是网页匿名访客。请求正文里写什么都不算数。没有列出的人也可以用{' '}
        <code>Bearer openid:任意openid</code> 和 <code>Bearer uid:自定义用户</code>。
      </p>
      {state === null ? (
        <p className="quiet">正在读取……</p>
      ) : state.personas.length === 0 ? (
        <Empty>启动时没有给出身份。命令行加 --persona id=openid 就有了。</Empty>
      ) : (
        <ul className="persona-list">
          {state.personas.map(({ id, name, about, openid }) => {
            const header = `Authorization: Bearer persona:${id}`;
            return (
              <li key={id}>
                <div className="grow">
                  <strong>{name}</strong> <span className="quiet">{about}</span>
                  <br />
                  <code>{header}</code>
                  <br />
                  <span className="quiet">
                    openid <code>{openid}</code>
                  </span>
                </div>
                <CopyButton text={header} label="复制请求头" />
                <button
                  type="button"
                  onClick={() => {
                    rememberCaller(`persona:${id}`);
                    window.location.hash = hrefOf('calls');
                  }}
                >
                  用这个身份调用
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
