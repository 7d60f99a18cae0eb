// Runs one function in a thread of its own: its own environment, its own modules, engine time instead of real time. Events
// and results are JSON, as on AWS. What it prints it appends to its log itself: by way of the main thread it would cost
// more. Started by functions.ts.
import { closeSync, openSync, writeSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// Whoever imports node:http loads all that it exports, and for these three a whole web client, which takes as long as a function.
const http = process.getBuiltinModule('node:http')
for (const exported of ['WebSocket', 'CloseEvent', 'MessageEvent']) delete http[exported]

const { bundle, exportName, name, compiled } = workerData
enableCompileCache({ directory: compiled, portable: true })
let time, logFile, log
/** At its start, and when an engine takes it over from another. */
function begin(of) {
  time = new Float64Array(of.clock)
  logFile = of.logFile
  if (log !== undefined) closeSync(log)
  log = undefined
  for (const variable in process.env) if (!(variable in of.environment)) delete process.env[variable]
  Object.assign(process.env, of.environment)
}
begin(workerData.begin)

process.stdout.write = process.stderr.write = (text, encoding, done = encoding) => {
  log ??= openSync(logFile, 'a')
  writeSync(log, text)
  if (typeof done === 'function') done()
  return true
}
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

let kept = false
/** After the first event, when what that needed is compiled too. */
function keepCompiled() {
  if (!kept) flushCompileCache()
  kept = true
}

const describe = (error) => ({
  errorType: error?.name ?? 'Error',
  errorMessage: error?.message ?? String(error),
  trace: String(error?.stack ?? '').split('\n'),
})

parentPort.on('message', async ({ id, event, timeoutMs, requestId, arn, begin: anew }) => {
  if (anew) return begin(anew)
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
    parentPort.postMessage({ id, result: JSON.stringify(await handler(JSON.parse(event), context)) })
  } catch (error) {
    parentPort.postMessage({ id, error: describe(error) })
  }
  keepCompiled()
})
