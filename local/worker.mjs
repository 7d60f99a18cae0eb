// Runs one function in a thread of its own: its own environment, its own modules, engine time instead of real time.
// Started by functions.ts.
import { parentPort, workerData } from 'node:worker_threads'

const { bundle, exportName, clock, name } = workerData
const time = new Float64Array(clock)
const RealDate = Date
const engineNow = () => (time[1] || RealDate.now()) + time[0]

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [engineNow()] : args))
  }
  static now() {
    return engineNow()
  }
}

let handler
const loaded = import(bundle).then((module) => {
  handler = module[exportName]
  if (typeof handler !== 'function') throw new Error(`${name} exports no function ${exportName}.`)
})
const told = () => parentPort.postMessage({ loaded: true })
loaded.then(told, told)

const describe = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: error?.message ?? String(error),
  trace: String(error?.stack ?? '').split('\n'),
})

parentPort.on('message', async ({ id, event, timeoutMs, requestId, arn }) => {
  await loaded.catch(() => {})
  const deadline = RealDate.now() + timeoutMs
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
