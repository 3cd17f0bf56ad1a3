### Mails. Each has a subject, a preheader, paragraphs and a button.

## Around every mail

mail-reference = 受付番号：{ $reference }
mail-link-below = ボタンが使えない場合は、次のアドレスをコピーしてください。
mail-automatic = 自動送信のため、このメールへの返信は読まれません。お問い合わせページからご返信ください。

## Receipt to an address that has proved nothing: none of the customer's own words

mail-receipt-subject = お問い合わせを受け付けました { $reference }
mail-receipt-preheader = リンクを開いて、ご本人のアドレスか確認してください。
mail-receipt-1 = このアドレスで { $brand } にお問い合わせがありました。ご本人の場合は、下のボタンを押して確認してください。
mail-receipt-2 = 確認後はいつでも状況を見られ、返信もこちらに届きます。リンクは { $duration }以内に一度だけ使えます。
mail-receipt-3 = 心当たりがない場合は無視してください。確認がない限り、これ以上メールは送りません。
mail-receipt-button = 本人です。お問い合わせを開く

## Receipt to an address that is known to be the customer's

mail-received-subject = お問い合わせを受け付けました { $reference }
mail-received-preheader = 通常 { $range }以内に返信します。
mail-received-1 = お問い合わせを記録しました。担当者が読み、通常 { $range }以内に返信します。
mail-received-2 = 再送は不要です。追記や催促はお問い合わせを開いてどうぞ。順番は変わりません。
mail-received-button = お問い合わせを見る

## An agent has answered

mail-answer-subject = お問い合わせに返信があります { $reference }
mail-answer-preheader = { $name } から返信がありました。
mail-answer-1 = { $name }（担当者番号 { $number }）からの返信です。
mail-answer-2 = 返信や、公式のメッセージかどうかの確認は、お問い合わせを開いてどうぞ。
mail-answer-button = 開いて返信する

## A program of the exchange has answered

mail-answer-by-desk-subject = お問い合わせに返信があります { $reference }
mail-answer-by-desk-preheader = { $brand } から返信がありました。
mail-answer-by-desk-1 = { $brand } からの返信です。
mail-answer-by-desk-2 = 返信や、公式のメッセージかどうかの確認は、お問い合わせを開いてどうぞ。
mail-answer-by-desk-button = 開いて返信する

## A case was closed

mail-closed-subject = お問い合わせを終了しました { $reference }
mail-closed-preheader = 解決していない場合はいつでも再開できます。
mail-closed-1 = 解決したと判断し、お問い合わせを終了しました。やり取りはすべて残ります。
mail-closed-2 = 未解決の場合はそこから再開できます。解決した場合は、評価をお聞かせください。
mail-closed-button = 開いて評価する

## A link to one's cases, asked for

mail-link-subject = 「マイお問い合わせ」へのリンク
mail-link-preheader = { $duration }以内に一度だけ使えます。
mail-link-1 = { $brand } のお問い合わせを確認するためのリンクをお送りします。
mail-link-2 = { $duration }以内に一度だけ使えます。お心当たりがない場合は無視し、誰にも転送しないでください。
mail-link-button = マイお問い合わせを開く

## Who invites and resets, as far as a mail tells

mail-administrator = 管理者

## An invitation to work here

mail-invitation-subject = { $brand } サポートデスクへの招待
mail-invitation-preheader = リンクからパスワードと 2 段階認証を設定してください。
mail-invitation-1 = { $inviter } から { $brand } サポートデスクに「{ $role }」として招待されています。
mail-invitation-2 = ボタンを押してパスワードと 2 段階認証を設定してください。リンクは { $duration }以内に一度だけ使えます。心当たりがない場合は、使う前に同僚へ確認してください。
mail-invitation-button = 招待を受ける

## To a lead: a customer chased and a promise was missed

mail-late-subject = 催促あり・約束超過：{ $reference }
mail-late-preheader = 期限は { $time } でした。
mail-late-1 = お客様から { $count } 回の催促があり、{ $time } までの返信が遅れています。
mail-late-2 = 現在の担当：{ $assignee }。誰かが引き受け、返信の時期をお客様に伝えるようご確認ください。
mail-late-nobody = 未割り当て
mail-late-button = チケットを開く

## To an agent: the second factor was reset

mail-totp-reset-subject = 2 段階認証がリセットされました
mail-totp-reset-preheader = 心当たりがない場合は、すぐに管理者へ連絡してください。
mail-totp-reset-1 = { $admin } が 2 段階認証をリセットし、すべてのログインを終了しました。下のリンクから再設定してください。{ $duration }以内に一度だけ使えます。
mail-totp-reset-2 = 心当たりがない場合はリンクを使わず、すぐに別の管理者へ連絡してください。
mail-totp-reset-button = 再設定する

## To an agent: the account has ended

mail-ended-subject = { $brand } サポートデスクのアカウントは停止されました
mail-ended-preheader = すべてのログインが終了しました。
mail-ended-1 = { $brand } サポートデスクのアカウントは停止され、すべてのログインが終了しました。
mail-ended-2 = 心当たりがない場合は、管理者にお問い合わせください。
mail-ended-button = デスクを開く
