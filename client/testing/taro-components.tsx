/** Taro's components as plain HTML, as far as our pages and the browser's half of the kit use them. */
import type { ReactNode } from 'react';

type BoxProps = {
  readonly children?: ReactNode;
  readonly className?: string;
  readonly id?: string;
  readonly onClick?: () => void;
  readonly style?: Readonly<Record<string, string>>;
};

export const View = ({ children, className, id, onClick }: BoxProps) => (
  <div className={className} id={id} onClick={onClick}>
    {children}
  </div>
);

export const Text = ({ children, className, onClick }: BoxProps) => (
  <span className={className} onClick={onClick}>
    {children}
  </span>
);

export const ScrollView = View;
export const Canvas = ({ className }: BoxProps) => <canvas className={className} />;
export const Image = ({ src, className }: { readonly src: string; readonly className?: string }) => (
  <img src={src} alt="" className={className} />
);
