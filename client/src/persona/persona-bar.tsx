import { useEffect, useState } from 'react';
import { classes } from '../ui/classes';
import type { Persona } from './chosen';
import { choose, chosen, listPersonas } from './chosen';
import styles from './persona-bar.module.scss';

const at = classes(styles);

/** Says whom one is playing, and lets one play somebody else. Only in the emulator's build. */
export function PersonaBar() {
  const [personas, setPersonas] = useState<readonly Persona[]>([]);
  const [open, setOpen] = useState(false);
  const now = chosen();
  useEffect(() => {
    void listPersonas().then(setPersonas);
  }, []);
  const named = personas.find((persona) => persona.id === now);
  const name = now === null ? '游客（未登录）' : (named?.name ?? now);
  return (
    <div className={at('persona')}>
      <button type="button" className={at('bar')} aria-expanded={open} onClick={() => setOpen(!open)}>
        演示身份：{name} {open ? '▴' : '▾'}
      </button>
      {open ? <PersonaList personas={personas} now={now} /> : null}
    </div>
  );
}

function PersonaList({ personas, now }: { readonly personas: readonly Persona[]; readonly now: string | null }) {
  return (
    <div className={at('list')} role="group" aria-label="选择演示身份">
      {personas.map(({ id, name, about }) => (
        <button
          key={id}
          type="button"
          className={at('entry')}
          aria-current={id === now ? true : undefined}
          onClick={() => choose(id)}
        >
          <span className={at('name')}>{name}</span>
          <span className={at('about')}>{about}</span>
        </button>
      ))}
      <button
        type="button"
        className={at('entry')}
        aria-current={now === null ? true : undefined}
        onClick={() => choose(null)}
      >
        <span className={at('name')}>游客</span>
        <span className={at('about')}>没有登录，只看公开的内容</span>
      </button>
    </div>
  );
}
