// What npm run emulate changes of a template: what the emulator cannot make or fill, and nothing else.
import { expect, it } from 'vitest'
import { knownPart } from '../../tools/emulator/known-part.ts'

it('leaves out saved queries, receipt rules and the outputs of DKIM, and names them', () => {
  const whole = {
    Resources: {
      Sender: { Type: 'AWS::SES::EmailIdentity' },
      Errors: { Type: 'AWS::Logs::QueryDefinition' },
      Receipt: { Type: 'AWS::SES::ReceiptRule' },
    },
    Outputs: { ApiUrl: { Value: 'https://a' }, DnsDkim1: { Value: { 'Fn::GetAtt': ['Sender', 'DkimDNSTokenName1'] } } },
  }
  const { template, leftOut } = knownPart(JSON.stringify(whole))
  expect(JSON.parse(template)).toEqual({
    Resources: { Sender: whole.Resources.Sender },
    Outputs: { ApiUrl: { Value: 'https://a' } },
  })
  expect(leftOut).toEqual(['Errors', 'Receipt', 'DnsDkim1'])
})
