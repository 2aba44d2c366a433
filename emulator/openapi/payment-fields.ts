import { createHash, randomBytes } from 'node:crypto';
import { APP_ID } from '../functions/identity';
import type { ApiRequest } from './answer';

/** An order for which `cloudPay.unifiedOrder` has made a payment. Money in fen. */
export type Order = {
  readonly fields: ApiRequest;
  readonly openid: string;
  readonly totalFee: number;
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
  transactionId: string;
  timeEnd: string;
  readonly refunds: Map<string, number>;
};

export type Said = Readonly<Record<string, unknown>>;

/** The account of whoever serves all of CloudBase's shops. */
const MERCHANT = '1800000000';
const HEARD = { return_code: 'SUCCESS', return_msg: 'OK' };

const nonce = (): string => randomBytes(8).toString('hex');
const signature = (): string => randomBytes(16).toString('hex').toUpperCase();

function partners(fields: ApiRequest): Said {
  return { appid: APP_ID, mch_id: MERCHANT, sub_appid: APP_ID, sub_mch_id: fields['sub_mch_id'], nonce_str: nonce() };
}

export function done(more: Said, fields: ApiRequest): Said {
  return { ...HEARD, ...partners(fields), sign: signature(), result_code: 'SUCCESS', ...more };
}

/** The call itself is wrong: nothing is said about the order. */
export const refused = (why: string): Said => ({ return_code: 'FAIL', return_msg: why });

export const failed = (code: string, why: string): Said => ({
  ...HEARD,
  result_code: 'FAIL',
  err_code: code,
  err_code_des: why,
});

/** What a mini program passes on to wx.requestPayment. */
export function paymentFor(prepayId: string, at: Date): Said {
  return {
    appId: APP_ID,
    timeStamp: String(Math.floor(at.getTime() / 1000)),
    nonceStr: nonce(),
    package: `prepay_id=${prepayId}`,
    signType: 'MD5',
    paySign: signature(),
  };
}

export function paidFields({ fields, openid, totalFee, transactionId, timeEnd }: Order): Said {
  const { attach } = fields;
  return {
    openid,
    sub_openid: openid,
    is_subscribe: 'N',
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    fee_type: 'CNY',
    total_fee: totalFee,
    cash_fee: totalFee,
    transaction_id: transactionId,
    out_trade_no: fields['out_trade_no'],
    time_end: timeEnd,
    ...(attach === undefined ? {} : { attach }),
  };
}

/** As many digits as WeChat's own, the same for the same order. */
export function idOf(number: string): string {
  const hash = BigInt(`0x${createHash('sha256').update(number).digest('hex')}`);
  return `42${String(hash).padStart(26, '0').slice(-26)}`;
}

/** `20091225091010`, in China's time. */
export function inDigits(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** What the function that an order names hears of its payment. */
export function noticeOf(order: Order): Said {
  return inCamelCase({ ...HEARD, ...partners(order.fields), result_code: 'SUCCESS', ...paidFields(order) });
}

function inCamelCase(said: Said): Said {
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
