/** A browser without a sign-in: the mini-program knows whom it speaks with. */
export const signInWords = { 'sign-in-needed': '请在微信里打开“工会驿站”小程序办理，不用另外登录' } as const;
