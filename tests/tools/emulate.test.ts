// What npm run emulate changes of a template: the outputs that the emulator cannot fill, and nothing else.
import { expect, it } from 'vitest'
import { knownOutputs } from '../../tools/emulator/known-outputs.ts'

it('leaves out the outputs of DKIM and names them', () => {
  const whole = {
    Resources: { Sender: { Type: 'AWS::SES::EmailIdentity' } },
    Outputs: { ApiUrl: { Value: 'https://a' }, DnsDkim1: { Value: { 'Fn::GetAtt': ['Sender', 'DkimDNSTokenName1'] } } },
  }
  const { template, leftOut } = knownOutputs(JSON.stringify(whole))
  expect(JSON.parse(template)).toEqual({ ...whole, Outputs: { ApiUrl: { Value: 'https://a' } } })
  expect(leftOut).toEqual(['DnsDkim1'])
})
