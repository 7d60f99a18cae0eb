// Runs one function in a thread of its own: its own environment, its own modules, engine time instead of real time.
import { parentPort, workerData } from 'node:worker_threads'

const { bundle, exportName, offset, name } = workerData
const shift = new Float64Array(offset)
const RealDate = Date

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + shift[0]] : args))
  }
  static now() {
    return RealDate.now() + shift[0]
  }
}

let handler
const loaded = import(bundle).then((module) => {
  handler = module[exportName]
  if (typeof handler !== 'function') throw new Error(`${name} exports no function ${exportName}.`)
})

const describe = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: error?.message ?? String(error),
  trace: String(error?.stack ?? '').split('\n'),
})

parentPort.on('message', async ({ id, event, deadline, requestId, arn }) => {
  const context = {
    awsRequestId: requestId,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: '512',
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadline - RealDate.now(),
  }
  try {
    await loaded
    parentPort.postMessage({ id, result: await handler(event, context) })
  } catch (error) {
    parentPort.postMessage({ id, error: describe(error) })
  }
})
