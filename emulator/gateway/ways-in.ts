import type { RequestListener } from 'node:http';
import type { Cloud } from '../cloud';
import { answerStorage, isStorageRequest } from '../storage/answer-storage';
import { answerAdmin } from './admin-listener';

/** The two ways in that see requests as they come, and the gateway's pages for all others. */
export function waysIn(cloud: Cloud, gateway: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === 'POST' && /^\/admin(\?|$)/.test(request.url ?? ''))
      answerAdmin(cloud.admin, request, response);
    else if (isStorageRequest(request.url)) answerStorage(cloud, request, response);
    else gateway(request, response);
  };
}
