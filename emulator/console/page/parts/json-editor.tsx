import { json } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';
import { useEffect, useRef } from 'react';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-name)' },
  { tag: tags.string, color: 'var(--code-text)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.bool, tags.null], color: 'var(--code-word)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--field)', color: 'var(--ink)', fontSize: 'var(--text-code)' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--field)', color: 'var(--ink-muted)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': { backgroundColor: 'var(--line-active)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--line-active)', color: 'var(--ink-muted)', border: 'none' },
  '.cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)' },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--ink)' },
});

/**
 * An editor for a value. Tab leaves it, as it leaves any field.
 *
 * @param initial what it begins with; a new text needs a new `key`
 * @param onSave Ctrl-S or Command-S
 */
export function JsonEditor({
  label,
  initial,
  onChange,
  onSave,
  isReadOnly = false,
}: {
  readonly label: string;
  readonly initial: string;
  readonly onChange?: (text: string) => void;
  readonly onSave?: () => void;
  readonly isReadOnly?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const handlers = useRef({ onChange, onSave });
  handlers.current = { onChange, onSave };

  useEffect(() => {
    if (place.current === null) return undefined;
    const editor = new EditorView({
      doc: initial,
      parent: place.current,
      extensions: [
        basicSetup,
        json(),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorView.editable.of(!isReadOnly),
        EditorView.contentAttributes.of({ 'aria-label': label, ...(isReadOnly ? { tabindex: '0' } : {}) }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) handlers.current.onChange?.(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({
          keydown: (event) => {
            if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return false;
            event.preventDefault();
            handlers.current.onSave?.();
            return true;
          },
        }),
      ],
    });
    return () => editor.destroy();
  }, [initial, isReadOnly, label]);

  return <div className="editor" ref={place} />;
}
