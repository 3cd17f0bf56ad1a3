//! Made-up articles: the same each time, in words of each language, with headings, steps and something that only one has.

/// A language, and what its articles are made of.
pub struct Language {
    pub tag: &'static str,
    /// What stands between two words.
    space: &'static str,
    stop: &'static str,
    /// Parted by spaces here.
    words: &'static str,
}

pub const LANGUAGES: [Language; 5] = [
    Language {
        tag: "en",
        space: " ",
        stop: ". ",
        words: "deposit withdrawal network address wallet balance confirmations explorer transaction pending missing memo tag exchange \
            account password authenticator phone code email verify identity document selfie passport rejected limit daily fee maker \
            taker order market price slippage filled cancelled margin liquidation leverage funding interest api key secret signature \
            timestamp permission whitelist bank transfer reference returned holiday weekend support case screenshot amount time zone \
            phishing scam locked session device browser reset recover seed phrase private hardware minimum maximum dust convert \
            history statement export tax report referral bonus staking reward unlock schedule maintenance upgrade delisted token \
            contract bridge mainnet testnet block height hash nonce gas",
    },
    Language {
        tag: "zh-CN",
        space: "",
        stop: "。",
        words: "充值 提现 网络 地址 钱包 余额 确认数 浏览器 交易 处理中 未到账 备注 标签 平台 账户 密码 验证器 手机 验证码 邮箱 认证 身份 证件 自拍 \
            护照 驳回 限额 每日 手续费 挂单 吃单 订单 市场 价格 滑点 成交 取消 保证金 强平 杠杆 资金费率 利息 接口 密钥 签名 时间戳 权限 白名单 \
            银行 转账 附言 退回 节假日 周末 客服 工单 截图 数量 时区 钓鱼 诈骗 锁定 会话 设备 重置 找回 助记词 私钥 硬件 最小 最大 零钱 兑换 \
            历史 账单 导出 税务 报表 邀请 奖励 质押 收益 解锁 计划 维护 升级 下架 代币 合约 跨链 主网 区块 高度 哈希",
    },
    Language {
        tag: "zh-TW",
        space: "",
        stop: "。",
        words: "入金 提領 網路 地址 錢包 餘額 確認數 瀏覽器 交易 處理中 未到帳 備註 標籤 平台 帳戶 密碼 驗證器 手機 驗證碼 信箱 驗證 身分 證件 自拍 \
            護照 駁回 限額 每日 手續費 掛單 吃單 委託 市場 價格 滑價 成交 取消 保證金 強平 槓桿 資金費率 利息 介面 金鑰 簽章 時間戳 權限 白名單 \
            銀行 轉帳 附言 退回 假日 週末 客服 案件 截圖 數量 時區 釣魚 詐騙 鎖定 工作階段 裝置 重設 找回 助記詞 私鑰 硬體 最小 最大 零頭 兌換 \
            歷史 對帳單 匯出 稅務 報表 邀請 獎勵 質押 收益 解鎖 計畫 維護 升級 下架 代幣 合約 跨鏈 主網 區塊 高度 雜湊",
    },
    Language {
        tag: "ko",
        space: " ",
        stop: ". ",
        words: "입금이 출금을 네트워크 주소를 지갑에서 잔액이 승인 탐색기에서 거래를 처리 누락된 메모를 태그 거래소 계정을 비밀번호 인증기 휴대폰 \
            인증번호 이메일로 인증 신분증 서류를 셀카 여권 거절된 한도 하루 수수료가 메이커 테이커 주문이 시장가 가격 슬리피지 체결 취소된 증거금 청산 \
            레버리지 펀딩비 이자 API 키를 비밀키 서명 타임스탬프 권한을 화이트리스트 은행 송금 참조번호 반환 공휴일 주말 고객센터 문의를 스크린샷 수량 \
            시간대 피싱 사기 잠긴 세션 기기 브라우저 재설정 복구 시드 구문 개인키 하드웨어 최소 최대 소액 전환 내역 명세서 내보내기 세금 보고서 추천 보상 \
            스테이킹 수익 해제 일정 점검 업그레이드 상장폐지 토큰 계약 브리지 메인넷 블록 높이 해시",
    },
    Language {
        tag: "ja",
        space: "",
        stop: "。",
        words: "入金が 出金を ネットワークの アドレスを ウォレットから 残高に 承認数 エクスプローラーで 取引 処理中 反映されない メモを タグ 取引所 アカウント \
            パスワード 認証アプリ 携帯電話 確認コード メール 本人確認 書類を 自撮り パスポート 却下 限度額 一日の 手数料は メイカー テイカー 注文が 成行 価格 \
            スリッページ 約定 取消 証拠金 強制決済 レバレッジ 資金調達率 金利 キーを 秘密鍵 署名 タイムスタンプ 権限 許可リスト 銀行 振込 依頼人名 返金 祝日 \
            週末 サポート お問い合わせ 画面の写真 数量 時間帯 フィッシング 詐欺 ロック セッション 端末 ブラウザ 再設定 復旧 シードフレーズ ハードウェア 最小 \
            最大 端数 交換 履歴 明細書 書き出し 税金 報告書 紹介 報酬 ステーキング 収益 解除 予定 メンテナンス 更新 上場廃止 トークン 契約 ブリッジ \
            メインネット ブロック 高さ ハッシュ",
    },
];

/// The id, and the slug, of an article.
pub fn id(number: usize) -> String {
    format!("made-up-{number}")
}

/// A small generator that repeats (SplitMix64).
struct Draws(u64);

impl Draws {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below.max(1) as u64) as usize
    }
}

impl Language {
    fn all(&self) -> Vec<&'static str> {
        self.words.split_whitespace().collect()
    }

    /// Some words. The first of the list are the frequent ones, as in any language.
    fn some(&self, all: &[&str], draws: &mut Draws, count: usize) -> String {
        let mut text = String::new();
        for at in 0..count {
            let below = draws.next(all.len()) + 1;
            text += if at > 0 { self.space } else { "" };
            text += all[draws.next(below)];
        }
        text
    }

    fn sentences(&self, all: &[&str], draws: &mut Draws, words: usize) -> String {
        let (mut text, mut left) = (String::new(), words);
        while left > 0 {
            let count = (6 + draws.next(10)).min(left);
            text += &self.some(all, draws, count);
            text += self.stop;
            left -= count;
        }
        text
    }

    /// A line for the import: 300 to 600 words, three headings, steps.
    pub fn article(&self, number: usize) -> String {
        let (all, mut draws) = (self.all(), Draws(number as u64));
        let draws = &mut draws;
        let title = self.some(&all, draws, 5);
        let summary = self.sentences(&all, draws, 12);
        let words = 300 + draws.next(300);
        let mut body = self.sentences(&all, draws, words / 4);
        for _ in 0..3 {
            let heading = self.some(&all, draws, 3);
            body += &format!("\\n\\n## {heading}\\n\\n{}\\n", self.sentences(&all, draws, words / 8));
            for step in 1..=3 {
                body += &format!("\\n{step}. {}", self.sentences(&all, draws, words / 24));
            }
        }
        let keywords = [self.some(&all, draws, 1), self.some(&all, draws, 2), format!("Q{number}")].join("\",\"");
        let id = id(number);
        format!(
            r#"{{"id":"{id}","lang":"{}","title":"{title} {number}","summary":"{summary}","keywords":["{keywords}"],"category":"made-up-{}","section":"part-{}","body":"{body}"}}"#,
            self.tag,
            number % 8,
            number % 24 / 8,
        )
    }

    /// What a customer asks: some words of it stand together in some article.
    pub fn question(&self, number: usize) -> String {
        let (all, mut draws) = (self.all(), Draws(number as u64 ^ 0x5eed));
        let count = 2 + draws.next(4);
        self.some(&all, &mut draws, count)
    }

    /// What somebody has typed so far of it.
    pub fn typed(&self, number: usize) -> String {
        let question = self.question(number);
        let length = question.chars().count();
        question.chars().take((length * 2 / 3).max(1)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_repeat_and_differ() {
        for language in &LANGUAGES {
            assert_eq!(language.article(7), language.article(7));
            assert_ne!(language.article(7), language.article(8));
            assert!(language.all().len() > 80, "{}", language.tag);
            assert!(!language.typed(3).is_empty());
        }
        let words = LANGUAGES[0].article(3).split_whitespace().count();
        assert!((280..700).contains(&words), "{words}");
    }
}
