### Words shared by server and browser: categories, states, roles, channels, languages, fields, times.

## Ticket categories: name, and one line that tells a customer whether it is theirs

category-deposit = 充值没有到账
category-deposit-hint = 已经转出，但余额没有变化
category-tag = 标签或 Memo 填错、漏填
category-tag-hint = XRP、XLM、TON、ATOM 等需要标签的充值
category-missent = 转错了币种、网络或地址
category-missent-hint = 用错误的网络充值，或充值了不支持的代币
category-withdrawal = 提现一直处理中
category-withdrawal-hint = 人工审核、等待确认、失败，或想取消
category-fiat = 银行转账与法币
category-fiat-hint = 银行转入没有到账，或金额不符
category-trade = 订单失败或成交异常
category-trade-hint = 先停止交易，再告诉我们订单号
category-derivatives = 合约与强制平仓
category-derivatives-hint = 强平价格、资金费率、保证金
category-verification = 身份认证未通过
category-verification-hint = 审核被拒、一直审核中，或需要提高额度
category-recovery = 无法登录、丢失双重验证设备
category-recovery-hint = 不用登录也可以从这里开始
category-security = 账户异常或被盗
category-security-hint = 陌生登录、不是您本人的操作、资金被转走
category-api = API 与程序化交易
category-api-hint = 接口报错、限速、密钥权限
category-phishing = 举报钓鱼或假冒客服
category-phishing-hint = 可疑网址、邮件、电话或社交账号
category-question = 规则、费用与使用咨询
category-question-hint = 手续费、额度、新手入门
category-other = 其他问题
category-other-hint = 上面都不是？在这里告诉我们

## States of a ticket, as agents and customers see them

state-open = 处理中
state-closed = 已关闭
awaiting-agent = 等待客服
awaiting-customer = 等待客户
assurance-claimed = 仅自称
assurance-proved = 邮箱已验证
assurance-signed-in = 已登录
assurance-trusted = 由系统接口担保

## Channels, and what each is good for

channel-form = 提交工单
channel-form-for = 需要调查或附上细节的问题
channel-email = 电子邮件
channel-email-for = 不紧急、篇幅较长的问题
channel-phone = 电话
channel-phone-for = 账户被盗等危急情况
channel-chat = 在线聊天
channel-chat-for = 紧急，或需要一步步指导
channel-social = 社交媒体
channel-social-for = 公开的简短问题，请勿提供个人信息
channel-forum = 社区论坛
channel-forum-for = 与其他用户交流经验
channel-api = 接口

## Languages call themselves the same everywhere

language-zh-CN = 简体中文
language-zh-TW = 繁體中文
language-en = English
language-ko = 한국어
language-ja = 日本語

## Roles of those who work here

role-agent = 客服
role-lead = 主管
role-editor = 编辑
role-auditor = 审计员
role-admin = 管理员

## Choices of fields

choice-lost-item-password = 密码
choice-lost-item-totp = 双重验证（验证器 App 或手机）
choice-lost-item-passkey = 通行密钥
choice-lost-item-locked = 账户被锁定
choice-lost-item-other = 其他
choice-funds-moved-yes = 是，有资金被转走
choice-funds-moved-no = 没有
choice-funds-moved-unsure = 不确定
choice-entered-anything-yes = 是，我输入过信息或签过名
choice-entered-anything-no = 没有
choice-entered-anything-unsure = 不确定

## Fields: label, example, and why it is asked

field-coin = 币种
field-coin-example = BTC
field-coin-why = 每个币种有自己的钱包和状态
field-network = 网络
field-network-example = Ethereum (ERC-20)
field-network-why = 同一币种可能有多个网络，到账时间和确认数不同
field-tx-id = 交易哈希（TxID）
field-tx-id-example = 9f3c7a1be2d4…
field-tx-id-why = 用它可以在链上查到这笔转账
field-address = 收款地址
field-address-example = bc1q9v4…7k2m
field-address-why = 用来核对款项发到了哪里
field-amount = 数量
field-amount-example = 0.5
field-amount-why = 请写精确数量，不带千位分隔符，最多 8 位小数
field-source-address = 转出地址
field-source-address-example = rEb8TK3g…NiNkE
field-source-address-why = 用来确认款项来自您
field-tag = 您填写的标签或 Memo
field-tag-example = 104857
field-tag-why = 没有填写就留空
field-time = 发生时间
field-time-example = 2026-11-20 13:02
field-time-why = 用来在记录中找到这件事；大概时间也可以
field-rail = 转账方式
field-rail-example = SEPA、SWIFT、银行卡
field-rail-why = 不同方式的到账时间不同
field-bank = 银行
field-bank-example = 招商银行
field-bank-why = 用来向对应的银行查询
field-bank-reference = 转账附言或流水号
field-bank-reference-example = DT-7F2A91C0
field-bank-reference-why = 银行凭它找到这笔款
field-value-date = 起息日
field-value-date-example = 2026-11-19
field-value-date-why = 银行记账的日期，见转账回单
field-currency = 货币
field-currency-example = EUR
field-currency-why = 用来查对应的法币账户
field-pair = 交易对
field-pair-example = BTC/USDT
field-pair-why = 每个交易对有自己的订单簿
field-order-type = 订单类型
field-order-type-example = 限价、市价、止损
field-order-type-why = 不同类型的成交规则不同
field-order-id = 订单号
field-order-id-example = 7F2A91C0
field-order-id-why = 在“订单历史”中可以找到
field-trade-id = 成交编号
field-trade-id-example = 88213407
field-trade-id-why = 如果只有某一笔成交有问题
field-entry-order = 开仓订单号
field-entry-order-example = 7F2A91C0
field-entry-order-why = 用来还原仓位的开始
field-exit-order = 平仓订单号
field-exit-order-example = 7F2A9A44
field-exit-order-why = 用来还原仓位的结束
field-price = 价格
field-price-example = 64210.5
field-price-why = 您预期的价格，或实际成交的价格
field-document-type = 证件类型
field-document-type-example = 护照、身份证、地址证明
field-document-type-why = 每种证件的要求不同。请不要在这里上传证件
field-country = 签发国家或地区
field-country-example = 新加坡
field-country-why = 各地可接受的证件不同
field-refusal-reason = 被拒时显示的原因
field-refusal-reason-example = 照片不清晰
field-refusal-reason-why = 知道原因，才能告诉您下一步怎么改
field-account-hint = 帮助我们找到账户的信息
field-account-hint-example = 用户编号 UID 20417733
field-account-hint-why = 用户编号或注册邮箱即可，绝不要写密码
field-lost-item = 您失去了什么
field-lost-item-example = 从列表中选择
field-lost-item-why = 不同情况的恢复步骤不同
field-last-access = 最后一次成功登录
field-last-access-example = 11 月 18 日，在手机上
field-last-access-why = 帮助区分您本人和其他人的登录
field-place = 登录地点
field-place-example = 通知中显示“法兰克福”
field-place-why = 与您平时的地点比较
field-device-seen = 陌生的设备
field-device-seen-example = Windows 上的 Firefox
field-device-seen-why = 在“设备管理”或安全邮件中可以看到
field-funds-moved = 是否有资金被转走
field-funds-moved-example = 从列表中选择
field-funds-moved-why = 有资金转出的案件最先处理
field-endpoint = 接口地址
field-endpoint-example = POST /api/v1/orders
field-endpoint-why = 用来在日志中定位
field-error-code = 错误码
field-error-code-example = 50011
field-error-code-why = 错误码直接说明原因
field-request-id = 请求编号
field-request-id-example = req_01JD3V…
field-request-id-why = 在响应头中可以找到
field-ip = 您的 IP 地址
field-ip-example = 203.0.113.7
field-ip-why = 用来检查白名单和限速
field-key-prefix = API 密钥的前几位
field-key-prefix-example = ak_live_7F2A
field-key-prefix-why = 只写前几位；绝不要提供完整密钥或 Secret
field-link = 可疑网址
field-link-example = hxxps://dengta-verify.example
field-link-why = 我们会核查并请相关方关停；请不要再打开它
field-sender = 对方的账号、号码或邮箱
field-sender-example = @dengta_support_vip
field-sender-why = 用来核对是否为官方，并提醒其他客户
field-channel-seen = 在哪里遇到的
field-channel-seen-example = Telegram、短信、搜索广告
field-channel-seen-why = 不同平台的举报方式不同
field-entered-anything = 您是否输入过信息或签过名
field-entered-anything-example = 从列表中选择
field-entered-anything-why = 如果是，我们会先帮您保护账户
field-steps = 操作步骤
field-steps-example = 打开“提现”→ 输入地址 → 点击“确认”
field-steps-why = 让我们能重现您看到的情况
field-error-shown = 看到的错误提示
field-error-shown-example = “系统繁忙，请稍后再试”
field-error-shown-why = 请尽量原样抄写
field-tried = 已经试过的方法
field-tried-example = 重新登录，换了浏览器
field-tried-why = 免得我们让您再做一遍
field-device = 设备
field-device-example = iPhone 15
field-device-why = 有些问题只在某些设备上出现
field-system = 操作系统
field-system-example = iOS 18.1
field-system-why = 系统版本会影响 App 的行为
field-app-version = App 或浏览器版本
field-app-version-example = App 6.42.1 / Chrome 142
field-app-version-why = 旧版本的问题可能已经修复

## Fields that every form has, named in errors too

field-subject = 标题
field-subject-example = 充值 0.5 BTC 未到账
field-subject-why = 一句话说明问题
field-body = 问题说明
field-body-example = 两个小时前从硬件钱包转出，已有 4 个确认，余额没有变化。
field-body-why = 发生了什么、您原本期待什么
field-name = 怎么称呼您
field-name-example = 王女士
field-name-why = 我们在回复中这样称呼您
field-email = 电子邮箱
field-email-example = you@example.com
field-email-why = 回复和工单链接会发到这里；最好用注册时的邮箱
field-category = 问题类型
field-language = 语言
field-comment = 评语
field-score = 评分
field-password = 密码
field-totp = 六位验证码
field-role = 角色
field-token = 令牌
field-customer = 客户
field-idempotency-key = Idempotency-Key
field-view = 视图
field-agent = 客服
field-fields = 问题细节

## Times and durations. UTC stands beside every local time, for it may become evidence.

date-month-day = { $month }月{ $day }日
# year is passed as text, so that no locale groups its digits
date-full = { $year }年{ $date }
time-utc = { $date } { $time } UTC
# utc is a time of day, with its date when that differs from the local one
time-local = { $date } { $time }（{ $utc } UTC）
duration-minutes = { $count } 分钟
duration-hours = { $count } 小时
duration-days = { $count } 天
duration-working-days = { $count } 个工作日
range-minutes = { $from }–{ $to } 分钟
range-hours = { $from }–{ $to } 小时
range-days = { $from }–{ $to } 天
range-working-days = { $from }–{ $to } 个工作日
