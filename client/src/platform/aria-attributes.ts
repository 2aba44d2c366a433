const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-live': '',
  'aria-modal': '',
};

/** What a screen reader in WeChat may be told, by component. Read by the build and by the runtime: both must agree. */
export const ariaAttributes = {
  View: attributes,
  Text: attributes,
  Button: attributes,
  Input: attributes,
  Textarea: attributes,
  Picker: attributes,
  Image: attributes,
  Canvas: attributes,
};
