// AWS list prices in US dollars, before free tiers, for us-east-1, as read in November 2026 from the services' public
// pricing pages. Read by npm run bench.
export const prices = {
  date: '2026-11',
  region: 'us-east-1',
  /** aws.amazon.com/api-gateway/pricing: REST APIs, first 333 million a month. */
  apiRequest: 3.5e-6,
  /** aws.amazon.com/lambda/pricing: arm64. */
  lambdaRequest: 0.2e-6,
  lambdaGigabyteSecond: 0.0000133334,
  /** aws.amazon.com/dynamodb/pricing/on-demand. */
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  /** aws.amazon.com/sqs/pricing: standard queues. */
  queueRequest: 0.4e-6,
  /** aws.amazon.com/step-functions/pricing: "each time a step of your workflow is executed". */
  transition: 25e-6,
  /** aws.amazon.com/s3/pricing: standard, first 50 TB. */
  objectPut: 5e-6,
  objectGet: 0.4e-6,
  /** aws.amazon.com/ses/pricing. */
  mail: 100e-6,
  /** aws.amazon.com/cloudwatch/pricing: logs taken in, per byte. */
  logByte: 0.5e-9,
  /** aws.amazon.com/cloudwatch/pricing: standard resolution; one metric each. */
  alarmMonth: 0.1,
  /** The first three of an account are free. */
  dashboardMonth: 3,
  /** aws.amazon.com/kms/pricing. */
  keyMonth: 1,
  keyRequest: 3e-6,
} as const
