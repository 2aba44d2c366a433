import { CloudError } from '../cloud-error';

/** What the cloud says of a name that no function has. */
export function functionNotFound(): CloudError {
  return new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.');
}

export function timeLimitExceeded(limitMs: number): CloudError {
  return new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${limitMs / 1000} seconds`);
}

export function memoryLimitExceeded(memoryMb: number): CloudError {
  return new CloudError('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', `Memory limit of ${memoryMb} MB exceeded`);
}

/** The function itself failed: it threw, cannot be read, or ended its own process. */
export function executeFail(message: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', message);
}

/** Nobody runs the function any more: the emulator ends, or the function's folder is gone. */
export function stopped(): CloudError {
  return executeFail('the emulator was stopped');
}

/** Source: "Quotas and limits" of SCF, size of an event and of a response of a synchronous call. Bytes. */
export const MOST_PAYLOAD_BYTES = 6 * 1024 * 1024;

export function requestTooLarge(): CloudError {
  return new CloudError(
    'EXCEED_MAX_PAYLOAD_SIZE',
    'RequestTooLarge: the size of the event exceeds the upper limit (6MB)',
  );
}

export function responseTooLarge(): CloudError {
  return executeFail('The size of response exceeds the upper limit (6MB)');
}
