### Mails. Each has a subject, a preheader, paragraphs and a button.

## Around every mail

mail-reference = 工单编号：{ $reference }
mail-link-below = 如果按钮无法点击，请复制这个网址：
mail-automatic = 这封邮件由系统发出，直接回复无人阅读。请在工单页面里回复。

## Receipt to an address that has proved nothing: none of the customer's own words

mail-receipt-subject = 已收到您的工单 { $reference }
mail-receipt-preheader = 请打开链接，确认这是您的邮箱。
mail-receipt-1 = 有人用这个邮箱向 { $brand } 提交了一个工单。如果是您，请点击下面的按钮，确认邮箱属于您。
mail-receipt-2 = 确认之后，您可以随时查看进展，回复也会寄到这里。链接 { $duration }内有效，只能用一次。
mail-receipt-3 = 如果不是您，请忽略这封邮件：没有您的确认，我们不会再寄信给您。
mail-receipt-button = 是我，打开工单

## Receipt to an address that is known to be the customer's

mail-received-subject = 已收到您的工单 { $reference }
mail-received-preheader = 通常在 { $range }内答复。
mail-received-1 = 您的工单已经记录在案，客服会阅读并回复，通常在 { $range }内。
mail-received-2 = 不用重复提交。想补充或催办，请打开工单，排队位置不变。
mail-received-button = 查看工单

## An agent has answered

mail-answer-subject = 您的工单 { $reference } 有新回复
mail-answer-preheader = { $name } 回复了您。
mail-answer-1 = { $name }（客服编号 { $number }）写道：
mail-answer-2 = 想回复，或核对这是否为官方消息，请打开工单。
mail-answer-button = 打开工单并回复

## A program of the exchange has answered

mail-answer-by-desk-subject = 您的工单 { $reference } 有新回复
mail-answer-by-desk-preheader = { $brand } 回复了您。
mail-answer-by-desk-1 = { $brand } 写道：
mail-answer-by-desk-2 = 想回复，或核对这是否为官方消息，请打开工单。
mail-answer-by-desk-button = 打开工单并回复

## A case was closed

mail-closed-subject = 您的工单 { $reference } 已关闭
mail-closed-preheader = 没有解决？随时可以重新打开。
mail-closed-1 = 我们认为问题已经解决，所以关闭了工单。完整的对话会为您保留。
mail-closed-2 = 如果还没有解决，打开工单就能重新打开它；如果解决了，欢迎在那里给我们评分。
mail-closed-button = 查看工单并评价

## A link to one's cases, asked for

mail-link-subject = 打开“我的工单”的链接
mail-link-preheader = 只能用一次，{ $duration }内有效。
mail-link-1 = 您请我们寄来一个链接，用它可以查看您在 { $brand } 的工单。
mail-link-2 = 它只能用一次，{ $duration }内有效。如果不是您要的，请忽略这封邮件，也不要转给任何人。
mail-link-button = 打开我的工单

## Who invites and resets, as far as a mail tells

mail-administrator = 管理员

## An invitation to work here

mail-invitation-subject = 邀请您加入 { $brand } 客服团队
mail-invitation-preheader = 用链接设置密码和双重验证。
mail-invitation-1 = { $inviter } 邀请您以“{ $role }”的身份加入 { $brand } 的客服团队。
mail-invitation-2 = 点击按钮设置密码和双重验证。链接 { $duration }内有效，只能用一次。如果您没有料到这封邮件，请先向同事核实。
mail-invitation-button = 接受邀请

## To a lead: a customer chased and a promise was missed

mail-late-subject = 客户在催，承诺已超时：{ $reference }
mail-late-preheader = 应在 { $time } 前答复。
mail-late-1 = 客户第 { $count } 次催办，而我们答应在 { $time } 前答复，没有做到。
mail-late-2 = 现在由 { $assignee } 负责。请确认有人接手，并告诉客户何时能有答复。
mail-late-nobody = 还没有人
mail-late-button = 打开工单

## To an agent: the second factor was reset

mail-totp-reset-subject = 您的双重验证已被重置
mail-totp-reset-preheader = 如果不是您要求的，请马上联系管理员。
mail-totp-reset-1 = { $admin } 重置了您的双重验证，您的所有登录都已结束。请用下面的链接重新设置；它只能用一次，{ $duration }内有效。
mail-totp-reset-2 = 如果不是您要求的，请不要使用链接，马上联系另一位管理员。
mail-totp-reset-button = 重新设置

## To an agent: the account has ended

mail-ended-subject = 您在 { $brand } 客服工作台的账户已停用
mail-ended-preheader = 您的所有登录都已结束。
mail-ended-1 = 您在 { $brand } 客服工作台的账户已停用，所有登录都已结束。
mail-ended-2 = 如果您没有料到，请询问管理员。
mail-ended-button = 打开工作台
