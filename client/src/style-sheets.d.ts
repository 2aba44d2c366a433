declare module '*.module.scss' {
  const classNames: Readonly<Record<string, string>>;
  export = classNames;
}
declare module '*.scss';
